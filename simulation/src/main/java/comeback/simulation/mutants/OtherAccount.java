package comeback.simulation.mutants;

import comeback.commit.SendingAccount;
import comeback.message.MessageId;
import java.time.Instant;
import java.util.Optional;

/** What the senders know together, wrong in one way. */
class OtherAccount implements SendingAccount {
    final SendingAccount right;

    OtherAccount(SendingAccount right) {
        this.right = right;
    }

    @Override
    public Known look() {
        return right.look();
    }

    @Override
    public void keep(Quota quota) {
        right.keep(quota);
    }

    @Override
    public boolean take(Instant second, Places wanted) {
        return right.take(second, wanted);
    }

    @Override
    public boolean take(Inbox inbox, MessageId mail, int most) {
        return right.take(inbox, mail, most);
    }

    @Override
    public boolean change(Scope scope, Optional<Circuit> seen, Optional<Circuit> next) {
        return right.change(scope, seen, next);
    }
}
