/** The most that the page sends: larger registries are imported on the command line. Below the request limit of next.config.js. */
export const mostMegabytes = 20;

/** How many problems the page is told of, and how many it shows as rows. */
export const mostProblems = 5000;
export const mostRows = 300;
