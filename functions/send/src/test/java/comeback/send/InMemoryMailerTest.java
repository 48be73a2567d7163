package comeback.send;

class InMemoryMailerTest extends MailerContract {
    private final InMemoryMailer mailer = new InMemoryMailer();

    @Override
    protected Mailer mailer() {
        return mailer;
    }

    @Override
    protected int taken() {
        return mailer.taken().size();
    }

    @Override
    protected void make(Trouble trouble) {
        mailer.answerWith(mail -> switch (trouble) {
            case TOO_MANY_AT_ONCE -> new Mailer.Answer.NotNow("TooManyRequestsException");
            case REFUSED -> new Mailer.Answer.Never("MessageRejected");
            case BROKEN -> new Mailer.Answer.Unclear("SES answered 500");
            case ANSWER_LOST -> {
                mailer.take(mail);
                yield new Mailer.Answer.Unclear("no answer from SES");
            }
        });
    }
}
