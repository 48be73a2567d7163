/**
 * CloudEvents over HTTP, for whoever has no client of another protocol: binary, structured and in batches. What stands in an
 * event's data is named as Segment's e-commerce events name it. Pure.
 */
@NullMarked
package comeback.ingest.cloudevents;

import org.jspecify.annotations.NullMarked;
