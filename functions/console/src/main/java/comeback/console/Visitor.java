package comeback.console;

import comeback.commit.Session;

/**
 * Somebody who has signed in.
 *
 * @param session theirs
 * @param formToken what each form of theirs carries back
 * @param isAdmin whether they see every store of the deployment
 */
public record Visitor(Session session, String formToken, boolean isAdmin) {}
