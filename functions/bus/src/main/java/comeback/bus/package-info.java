/** The function that EventBridge calls with what Shopify puts on its partner bus: the webhooks of ingest, without HTTP. */
@NullMarked
package comeback.bus;

import org.jspecify.annotations.NullMarked;
