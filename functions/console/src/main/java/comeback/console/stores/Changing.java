package comeback.console.stores;

import comeback.commit.Registered;
import comeback.commit.StoreRegister;
import comeback.commit.StoreRegister.Outcome;
import comeback.console.Answer;
import comeback.console.stores.Call.Deed;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Changes a store as it was seen, and looks again when somebody else was faster. */
final class Changing {
    /** Who is overtaken so often is one of very many who change the same store at once. */
    private static final int TRIES_MAX = 5;

    private Changing() {}

    /** What is to become of a store that was looked at. */
    sealed interface Step {
        /**
         * It is to be so.
         *
         * @param deed as the audit trail tells it; absent when nothing changes
         * @param answer once it is, with those of its domains that are another store's
         */
        record To(Registered next, Optional<Deed> deed, Function<List<String>, Answer> answer) implements Step {}

        /** It stays as it is. */
        record Not(Answer why) implements Step {}
    }

    static Answer change(StoreRegister register, Call call, Function<Optional<Registered>, Step> step) {
        for (int i = 0; i < TRIES_MAX; i++) {
            switch (step.apply(register.registered(call.store()))) {
                case Step.Not(var why) -> {
                    return why;
                }
                case Step.To(var next, var deed, var answer) -> {
                    switch (register.register(next, deed.map(done -> call.entry(next, done)))) {
                        case Outcome.Saved(var othersDomains) -> {
                            return answer.apply(othersDomains);
                        }
                        case Outcome.KeyTaken taken -> {
                            return Answer.error(409, "one of these keys is another store's");
                        }
                        case Outcome.Stale stale -> {}
                    }
                }
            }
        }
        return Answer.error(409, "this store is being changed by others; try again");
    }
}
