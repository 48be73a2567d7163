/**
 * The packed functions: what lies in each zip, and that it starts and works under AWS's own runtime client. Run by
 * {@code .ci/run zips}, because it needs the zips and that client; nothing here is a test of its own accord.
 */
@NullMarked
package comeback.local.deploy.zips;

import org.jspecify.annotations.NullMarked;
