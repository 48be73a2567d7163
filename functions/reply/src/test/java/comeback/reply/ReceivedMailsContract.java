package comeback.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What every bucket for mails that came in does. */
public abstract class ReceivedMailsContract {
    protected abstract ReceivedMails mails();

    /** Puts a mail there, as SES does; its id. */
    protected abstract String put(byte[] mail);

    @Test
    void a_mail_is_read_byte_by_byte_until_it_is_taken_away() {
        byte[] mail = {'a', '\r', '\n', (byte) 0xff, 0};
        String id = put(mail);

        assertThat(mails().find(id))
                .hasValueSatisfying(found -> assertThat(found).isEqualTo(mail));
        mails().remove(id);
        assertThat(mails().find(id)).isEmpty();
    }

    @Test
    void what_is_gone_is_taken_away_again_without_harm_and_its_neighbour_stays() {
        String gone = put("one".getBytes(StandardCharsets.UTF_8));
        String stays = put("other".getBytes(StandardCharsets.UTF_8));

        mails().remove(gone);
        mails().remove(gone);

        assertThat(mails().find(gone)).isEmpty();
        assertThat(mails().find(stays)).isPresent();
    }
}
