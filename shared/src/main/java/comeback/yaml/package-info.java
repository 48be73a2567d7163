/**
 * Reading YAML files that people write by hand: every mistake is noted with file and line, all of them at once. It knows
 * no format itself; flow files and store files are read by it.
 */
@NullMarked
package comeback.yaml;

import org.jspecify.annotations.NullMarked;
