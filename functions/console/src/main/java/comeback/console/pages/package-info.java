/**
 * The console's pages: what mails brought, flow by flow, what was not sent and why, what happened to a customer. They are whole
 * documents, written here, that work without a script. They read what was counted and told, and change nothing.
 */
@NullMarked
package comeback.console.pages;

import org.jspecify.annotations.NullMarked;
