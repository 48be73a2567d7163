package comeback.simulation.mutants;

import comeback.commit.Customers;
import comeback.commit.Issue;
import comeback.commit.Messages;
import comeback.customer.Customer;
import comeback.message.Feedback;
import comeback.message.Message;
import comeback.message.MessageId;
import comeback.message.MessageState;
import comeback.store.StoreId;
import java.time.Instant;
import java.util.Optional;

/** Messages that are claimed or settled wrongly in one way. */
class OtherMessages implements Messages {
    final Messages right;

    OtherMessages(Messages right) {
        this.right = right;
    }

    @Override
    public Optional<Message> find(StoreId store, MessageId id) {
        return right.find(store, id);
    }

    @Override
    public Claim claim(Message message, Customer next, MessageState.Claimed claim, Optional<Issue> issue) {
        return right.claim(message, next, claim, issue);
    }

    @Override
    public boolean change(Message seen, MessageState next) {
        return right.change(seen, next);
    }

    @Override
    public boolean learn(StoreId store, MessageId id, Feedback feedback) {
        return right.learn(store, id, feedback);
    }

    @Override
    public void touch(Message seen, Instant sweepAgainAt) {
        right.touch(seen, sweepAgainAt);
    }

    /** Whoever wants it has it. */
    static Messages claimedByEverybody(Messages right) {
        return new OtherMessages(right) {
            @Override
            public Claim claim(Message message, Customer next, MessageState.Claimed claim, Optional<Issue> issue) {
                Claim answer = right.claim(message, next, claim, issue);
                return answer == Claim.NOT_DUE ? Claim.TAKEN : answer;
            }
        };
    }

    /** Consent, cart and cap are looked at, and then it is claimed whatever became of them. */
    static Messages claimedBlindly(Messages right, Customers customers) {
        return new OtherMessages(right) {
            @Override
            public Claim claim(Message message, Customer next, MessageState.Claimed claim, Optional<Issue> issue) {
                Claim answer = right.claim(message, next, claim, issue);
                if (answer != Claim.CUSTOMER_CHANGED) {
                    return answer;
                }
                Customer now = customers.at(message.store(), next.id());
                return right.claim(message.to(now.id()), now.with(next.recentMails()), claim, issue);
            }
        };
    }

    /** The customer does not remember that they got it. */
    static Messages claimedWithoutMemory(Messages right, Customers customers) {
        return new OtherMessages(right) {
            @Override
            public Claim claim(Message message, Customer next, MessageState.Claimed claim, Optional<Issue> issue) {
                Customer now = customers.at(message.store(), next.id());
                return right.claim(message, now.withVersion(next.version()), claim, issue);
            }
        };
    }

    /** Stored as sent, then SES is asked. */
    static Messages settledBeforeAsking(Messages right) {
        return new OtherMessages(right) {
            @Override
            public Claim claim(Message message, Customer next, MessageState.Claimed claim, Optional<Issue> issue) {
                Claim answer = right.claim(message, next, claim, issue);
                if (answer == Claim.TAKEN) {
                    right.change(message.with(claim), new MessageState.Accepted("soon", claim.leaseUntil()));
                }
                return answer;
            }
        };
    }

    /** SES's yes is not written down. */
    static Messages neverSettled(Messages right) {
        return new OtherMessages(right) {
            @Override
            public boolean change(Message seen, MessageState next) {
                return next instanceof MessageState.Accepted || right.change(seen, next);
            }
        };
    }

    /** What is unclear is sent again, advertisement or not. */
    static Messages resentWhenUnclear(Messages right) {
        return new OtherMessages(right) {
            @Override
            public boolean change(Message seen, MessageState next) {
                return right.change(
                        seen, next instanceof MessageState.Unknown(var at) ? new MessageState.Due(at, 0) : next);
            }
        };
    }

    /** What is unclear is given up at once, receipt or not. */
    static Messages givenUpWhenUnclear(Messages right, Instant now) {
        return new OtherMessages(right) {
            @Override
            public boolean change(Message seen, MessageState next) {
                boolean isSecondTry = seen.state() instanceof MessageState.Claimed && next instanceof MessageState.Due;
                return right.change(seen, isSecondTry ? new MessageState.Unknown(now) : next);
            }
        };
    }

    /** What the stream lost is not shown again. */
    static Messages neverShownAgain(Messages right) {
        return new OtherMessages(right) {
            @Override
            public void touch(Message seen, Instant sweepAgainAt) {
                right.find(seen.store(), seen.id());
            }
        };
    }
}
