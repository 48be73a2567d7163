package comeback.simulation.mutants;

import comeback.commit.SendingAccount;
import comeback.send.Mail;
import comeback.send.Mailer;
import comeback.send.Mailer.Answer;
import comeback.simulation.edge.Harm;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Mistakes on the way to SES. */
final class SendingMutants {
    private SendingMutants() {}

    static List<Mutant> all() {
        return List.of(
                Making.in(
                                "claimed-by-everybody",
                                "a claim needs no condition",
                                Set.of("send"),
                                (p, c) -> p.withMessages(OtherMessages.claimedByEverybody(p.messages())))
                        .at(Harm.TWICE),
                Making.in(
                                "claimed-blindly",
                                "consent and cart are read before the claim, and not held by it",
                                Set.of("send"),
                                (p, c) -> p.withMessages(OtherMessages.claimedBlindly(p.messages(), p.customers())))
                        .whereMet(),
                Making.in(
                                "claimed-without-memory",
                                "the cap is not written with the claim",
                                Set.of("send"),
                                (p, c) ->
                                        p.withMessages(OtherMessages.claimedWithoutMemory(p.messages(), p.customers())))
                        .inCalm(),
                Making.in(
                                "settled-before-asking",
                                "a mail is stored as sent before SES is asked",
                                Set.of("send"),
                                (p, c) -> p.withMessages(OtherMessages.settledBeforeAsking(p.messages())))
                        .at(Harm.DIES_BEFORE, Harm.SILENT),
                Making.in(
                                "never-settled",
                                "SES's yes is not written down",
                                Set.of("send"),
                                (p, c) -> p.withMessages(OtherMessages.neverSettled(p.messages())))
                        .at(Harm.LOST),
                Making.in(
                                "resent-when-unclear",
                                "an advertisement is sent again after a lost answer",
                                Set.of("wake"),
                                (p, c) -> p.withMessages(OtherMessages.resentWhenUnclear(p.messages())))
                        .at(Harm.ANSWER_LOST, Harm.LOST, Harm.LATE),
                Making.in(
                                "given-up-when-unclear",
                                "a receipt is not sent again after a lost answer",
                                Set.of("wake"),
                                (p, c) -> p.withMessages(OtherMessages.givenUpWhenUnclear(p.messages(), Instant.EPOCH)))
                        .at(Harm.SILENT),
                Making.in(
                        "never-shown-again",
                        "the sweeper does not bring back what waits",
                        Set.of("wake"),
                        (p, c) -> p.withMessages(OtherMessages.neverShownAgain(p.messages()))),
                Making.answering(
                                "ses-asked-again",
                                "SES is asked again after a lost answer, like any other service",
                                (mail, ses) -> repeated(mail, ses, 3))
                        .at(Harm.ANSWER_LOST),
                Making.answering(
                                "unclear-taken-for-refused",
                                "a lost answer is taken for a no",
                                (mail, ses) -> clear(ses.send(mail), new Answer.NotNow("?")))
                        .at(Harm.ANSWER_LOST, Harm.LOST, Harm.LATE),
                Making.answering(
                                "unclear-taken-for-accepted",
                                "a lost answer is taken for a yes",
                                (mail, ses) -> clear(ses.send(mail), new Answer.Accepted("?")))
                        .at(Harm.SILENT),
                Making.answering(
                                "throttled-taken-for-never",
                                "a refusal for now is taken for one for ever",
                                (mail, ses) ->
                                        ses.send(mail) instanceof Answer.Accepted yes ? yes : new Answer.Never("?"))
                        .at(Harm.REFUSED),
                Making.answering(
                                "no-way-out",
                                "the header to unsubscribe is left out",
                                (mail, ses) -> ses.send(
                                        new Mail(mail.sender(), mail.to(), mail.letter(), Map.of(), mail.tags())))
                        .inCalm(),
                wrongRecipient().inCalm(),
                Making.in(
                                "quota-of-the-day-ignored",
                                "nobody looks how many mails are left today",
                                Set.of("send"),
                                (p, c) -> p.withPacing(p.pacing()
                                        .withAccount(boundless(p.pacing().account()))))
                        .in(world -> world.perDay() > 0));
    }

    private static Answer clear(Answer answer, Answer instead) {
        return answer instanceof Answer.Unclear ? instead : answer;
    }

    private static Answer repeated(Mail mail, Mailer ses, int times) {
        Answer answer = ses.send(mail);
        for (int i = 1; i < times && answer instanceof Answer.Unclear; i++) {
            answer = ses.send(mail);
        }
        return answer;
    }

    /** One in fifty goes to whoever got the mail before. */
    private static Mutant wrongRecipient() {
        Deque<Mail> before = new ArrayDeque<>();
        Map<String, Integer> count = new HashMap<>();
        Function<Mail, Mail> mixUp = mail -> {
            before.add(mail);
            boolean isMixedUp = count.merge("mails", 1, Integer::sum) % 50 == 0;
            Mail earlier = before.size() > 1 ? before.removeFirst() : mail;
            return isMixedUp ? new Mail(mail.sender(), earlier.to(), mail.letter(), mail.headers(), mail.tags()) : mail;
        };
        return Making.answering(
                "wrong-recipient",
                "a recipient is left over from the call before",
                (mail, ses) -> ses.send(mixUp.apply(mail)));
    }

    /** A day has no end of mails. */
    private static SendingAccount boundless(SendingAccount right) {
        return new OtherAccount(right) {
            @Override
            public void keep(Quota quota) {
                right.keep(new Quota(quota.perSecond(), -1, 0, quota.readAt()));
            }
        };
    }
}
