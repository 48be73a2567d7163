package comeback.console.signin;

import comeback.commit.SignIns;
import comeback.commit.Stores;
import comeback.console.KeyDoor;
import comeback.console.Visitor;
import comeback.console.pages.Door;
import comeback.http.Request;
import java.time.InstantSource;
import java.util.Optional;

/** The door of the pages: for whoever has signed in, else for the holder of a key, else for nobody. */
public final class FrontDoor implements Door {
    private final Sessions sessions;
    private final KeyDoor keys;
    private final Door others;

    /**
     * The door.
     *
     * @param others for those who show nothing: in the cloud they are unknown, and at this machine they are at home
     */
    public FrontDoor(SignIns signIns, Admins admins, Stores stores, KeyDoor keys, Door others, InstantSource clock) {
        this.sessions = new Sessions(signIns, admins, stores, clock);
        this.keys = keys;
        this.others = others;
    }

    @Override
    public Entry open(Request request) {
        Optional<Visitor> visitor = sessions.visitor(request);
        if (visitor.isPresent()) {
            return sessions.entry(visitor.get(), request);
        }
        boolean showsKey = request.header("authorization").isPresent()
                || request.queryParameter("with").filter("key"::equals).isPresent();
        return showsKey ? keys.open(request) : others.open(request);
    }
}
