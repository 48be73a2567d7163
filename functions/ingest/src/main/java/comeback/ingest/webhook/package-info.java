/**
 * Webhooks of shop systems at the door: whose a document is, whether it is genuine, and what to say. What it tells is read
 * by readers that know no HTTP, because the same documents come over EventBridge too.
 */
@NullMarked
package comeback.ingest.webhook;

import org.jspecify.annotations.NullMarked;
