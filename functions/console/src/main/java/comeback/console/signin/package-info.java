/**
 * How people come in: an address that may see the console gets a link by mail, the link's button makes a session, and a
 * session's cookie opens the pages. It knows no password. What somebody may see is looked up with every page and is not
 * kept in their session.
 */
@NullMarked
package comeback.console.signin;

import org.jspecify.annotations.NullMarked;
