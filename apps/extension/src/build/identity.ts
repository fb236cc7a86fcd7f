/** The public key that gives the extension the same id on every machine. Nothing is signed with its private key. */
export const key =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAqUJdehtx94gMk70tzHhrq67KibSH4uqE2LlyoS3VTAVEDxzHRGJMYA9OOJ1omz/hsCaNb0stjrq7BaZRCaanHyjjTErP54bQlCbzcxDJC8NNK5u1VSfKpoDW8B4ZKnd7Ro+7qjssVvgGa68WxLi3Ei3cU3kyLgW7ybm8yWhcyYvcrXMD2E2boo30ZC3Ct0gKXTXdVuOF+i0lwEPcpuqgoRSeyV/R8Yu5QE3i3d80KdGjj5cTQXSB2iNDYgBfqMz8tzaojpU4+1O+jh7eXKRoP5MQPxgh5kXOJBV/7rtDr9nmYCqn7QAo8oA6UCWD1rk0MOQmvCW8RQhLbHKr1vX3twIDAQAB'

/** The extension's origin, which a host lists among `allowedOrigins`. The id is derived from `key`. */
export const EXTENSION_ORIGIN = 'chrome-extension://mnfhkbkiippaofbblhibncnpalncjiaf'
