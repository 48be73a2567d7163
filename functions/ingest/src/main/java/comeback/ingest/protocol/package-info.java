/**
 * What the door asks of every protocol: which paths it has, where its key stands, what a body says, and in which words its
 * clients want to hear what became of it. It knows none of the protocols.
 */
@NullMarked
package comeback.ingest.protocol;

import org.jspecify.annotations.NullMarked;
