package comeback.send;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A mailer that keeps what it takes, for tests. It can be told how to answer, and what happens while it is asked. */
public final class InMemoryMailer implements Mailer {
    private final List<Mail> taken = new ArrayList<>();
    private Function<Mail, Answer> answers = this::take;

    @Override
    public Answer send(Mail mail) {
        return answers.apply(mail);
    }

    /** Takes the mail, as SES does on a good day. */
    public Answer take(Mail mail) {
        taken.add(mail);
        return new Answer.Accepted("ses-" + taken.size());
    }

    public void answerWith(Function<Mail, Answer> changed) {
        answers = changed;
    }

    public void recover() {
        answers = this::take;
    }

    public List<Mail> taken() {
        return List.copyOf(taken);
    }
}
