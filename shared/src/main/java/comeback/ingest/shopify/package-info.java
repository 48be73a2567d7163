/**
 * Shopify's webhooks in our vocabulary, whether they come by HTTP or over EventBridge's partner bus. Pure: it reads a
 * parsed document and what stood around it. It never refuses a document: what it does not understand is not known, because
 * Shopify cannot be told to write it differently.
 */
@NullMarked
package comeback.ingest.shopify;

import org.jspecify.annotations.NullMarked;
