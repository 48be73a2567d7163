/**
 * WooCommerce's webhooks in our vocabulary. Pure: it reads a parsed document and its topic. It never refuses a document:
 * WooCommerce repeats nothing, and switches a webhook off that was refused too often.
 */
@NullMarked
package comeback.ingest.woocommerce;

import org.jspecify.annotations.NullMarked;
