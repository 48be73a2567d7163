package comeback.simulation.edge;

import comeback.commit.InMemorySendingAccount;
import comeback.commit.SendingAccount;
import comeback.message.MessageId;
import comeback.simulation.edge.Edge.Call;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** What the senders know together, over the fake that passes its contract, each call made through the edge. */
public final class TypedAccount implements SendingAccount {
    private final SendingAccount right = new InMemorySendingAccount();
    private final Edge edge;

    public TypedAccount(Edge edge) {
        this.edge = edge;
    }

    @Override
    public Known look() {
        return edge.make(
                new Call("BatchGetItem account", "ses", Outage.Service.TABLE, Harm.OF_READS, true), right::look);
    }

    @Override
    public void keep(Quota quota) {
        write("UpdateItem quota", "ses", true, () -> {
            right.keep(quota);
            return true;
        });
    }

    @Override
    public boolean take(Instant second, Places wanted) {
        return write("UpdateItem pace", "" + second.getEpochSecond(), false, () -> right.take(second, wanted));
    }

    @Override
    public boolean take(Inbox inbox, MessageId mail, int most) {
        return write("UpdateItem inbox", mail.value(), true, () -> right.take(inbox, mail, most));
    }

    @Override
    public boolean change(Scope scope, Optional<Circuit> seen, Optional<Circuit> next) {
        return write("PutItem circuit", scope.toString(), false, () -> right.change(scope, seen, next));
    }

    private <T> T write(String operation, String about, boolean repeatsAnswer, Supplier<T> effect) {
        return edge.make(new Call(operation, about, Outage.Service.TABLE, Harm.OF_WRITES, repeatsAnswer), effect);
    }
}
