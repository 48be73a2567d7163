/**
 * AWS on a laptop: DynamoDB Local with its stream, and small SES v2, Scheduler and EventBridge that keep AWS's wire
 * shapes, refusals and habits where the functions could notice. The real SDK clients talk to them over HTTP, on ports
 * that only this machine reaches. Nothing here knows what Comeback decides.
 */
@NullMarked
package comeback.local.aws;

import org.jspecify.annotations.NullMarked;
