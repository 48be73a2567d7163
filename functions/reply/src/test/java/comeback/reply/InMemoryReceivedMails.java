package comeback.reply;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A bucket in memory. */
final class InMemoryReceivedMails implements ReceivedMails {
    final Map<String, byte[]> mails = new HashMap<>();

    @Override
    public Optional<byte[]> find(String id) {
        return Optional.ofNullable(mails.get(id)).map(byte[]::clone);
    }

    @Override
    public void remove(String id) {
        mails.remove(id);
    }
}
