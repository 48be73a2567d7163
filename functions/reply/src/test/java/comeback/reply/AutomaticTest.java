package comeback.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a machine sent, and what only looks like it. */
class AutomaticTest {
    private static RawMail mail(String headers) {
        return RawMail.read((headers.replace("\n", "\r\n") + "\r\n\r\nI am away.").getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: ada@example.com\nAuto-Submitted: auto-replied",
                "From: ada@example.com\nAUTO-SUBMITTED:  Auto-Replied; owner-email=\"ada@example.com\"",
                "From: ada@example.com\nAuto-Submitted: auto-generated",
                "From: ada@example.com\nPrecedence: bulk",
                "From: ada@example.com\nPrecedence: auto_reply",
                "From: ada@example.com\nX-Autoreply: yes",
                "From: ada@example.com\nX-Auto-Response-Suppress: All",
                "From: ada@example.com\nList-Id: <knitters.example.com>",
                "From: Mail Delivery <MAILER-DAEMON@example.com>\nSubject: Undelivered",
                "Return-Path: <>\nFrom: ada@example.com",
                "From: ada@example.com\nContent-Type: multipart/report;\n report-type=delivery-status",
                "From: ada@example.com\nSubject: Automatic reply: Re: Your order",
                "From: ada@example.com\nSubject: Out of Office",
                "From: answers@reply.shop.example\nX-Comeback-Reply: 1"
            })
    void whoever_is_away_has_not_answered(String headers) {
        assertThat(Automatic.is(mail(headers))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: ada@example.com\nSubject: Re: Your order",
                "From: ada@example.com\nAuto-Submitted: no",
                "From: ada@example.com\nPrecedence: first-class",
                "From: ada@example.com\nSubject: Re: Automatic reply machines, are they in stock?",
                "Return-Path: <ada@example.com>\nFrom: ada@example.com\nContent-Type: multipart/alternative; boundary=x",
                "From: noreply.fan@example.com",
                ""
            })
    void whoever_wrote_by_hand_has(String headers) {
        assertThat(Automatic.is(mail(headers))).isFalse();
    }
}
