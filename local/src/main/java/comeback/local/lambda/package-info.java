/**
 * The functions, called as Lambda would call them: with HTTP API events, stream records, EventBridge events and
 * schedules, in batches, with the retries that template.yaml asks for. It knows what the functions are called with, and
 * nothing of what they do.
 */
@NullMarked
package comeback.local.lambda;

import org.jspecify.annotations.NullMarked;
