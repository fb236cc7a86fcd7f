// The classic script: `<script src="…/connect-account.js">`. It loads the module beside it, from its own address.
{
  const { src } = document.currentScript
  if (window.ConnectAccount) {
    console.error(
      `Connect Account: connect-account.js is loaded twice: version ${window.ConnectAccount.version} came first, so ` +
        `this copy (version %VERSION%) does nothing. Load it once.`,
    )
  } else {
    window.ConnectAccount = {
      version: '%VERSION%',
      /** Settles once the elements are defined. */
      ready: import(new URL('index.js', src).href).then(() => {}),
    }
  }
}
