/** HTTP as functions behind API Gateway see it: its event to a request, an answer back. It knows nothing of shops. */
@NullMarked
package comeback.http;

import org.jspecify.annotations.NullMarked;
