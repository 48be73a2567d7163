/**
 * The stores file: shops and their settings as YAML, with every mistake named by file and line. The demo store's file
 * is its documentation.
 */
@NullMarked
package comeback.local.stores;

import org.jspecify.annotations.NullMarked;
