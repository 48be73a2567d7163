/**
 * The one door of the local world: HTTP on this machine only. It turns requests into what API Gateway would hand the
 * functions, serves the page's and the demo shop's files, and leaves everything under /local to the control surface.
 */
@NullMarked
package comeback.local.http;

import org.jspecify.annotations.NullMarked;
