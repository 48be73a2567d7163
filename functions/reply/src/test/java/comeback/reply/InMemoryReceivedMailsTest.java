package comeback.reply;

class InMemoryReceivedMailsTest extends ReceivedMailsContract {
    private final InMemoryReceivedMails mails = new InMemoryReceivedMails();

    @Override
    protected ReceivedMails mails() {
        return mails;
    }

    @Override
    protected String put(byte[] mail) {
        String id = "mail-" + mails.mails.size();
        mails.mails.put(id, mail);
        return id;
    }
}
