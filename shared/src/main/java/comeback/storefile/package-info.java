/**
 * Stores and their settings as people write them: YAML, or JSON, which is YAML too. Every mistake is named with its line. A
 * file of stores and the API of a deployment are read alike. It knows no table.
 */
@NullMarked
package comeback.storefile;

import org.jspecify.annotations.NullMarked;
