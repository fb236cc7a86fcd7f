/** The origin of the host's app. The build fills it in, so that the cookies can go nowhere else. */
export const appUrl = import.meta.env.BACKEND
