package comeback.nightly;

import comeback.customer.EmailAddress;
import comeback.customer.Suppression;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.InvalidNextTokenException;
import software.amazon.awssdk.services.sesv2.model.ListSuppressedDestinationsRequest;
import software.amazon.awssdk.services.sesv2.model.ListSuppressedDestinationsResponse;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;
import software.amazon.awssdk.services.sesv2.model.SuppressedDestinationSummary;
import software.amazon.awssdk.services.sesv2.model.TooManyRequestsException;

/**
 * The list as SES tells it (ListSuppressedDestinations). It allows about one such call a second. What we may not ask flies:
 * waiting does not mend it.
 */
public final class SesSuppressionList implements SuppressionList {
    private static final int OUR_FAULT_UNTIL = 499;

    private final SesV2Client ses;

    public SesSuppressionList(SesV2Client ses) {
        this.ses = ses;
    }

    @Override
    public Answer page(Instant from, Instant until, Optional<String> page, int limit) {
        var request = ListSuppressedDestinationsRequest.builder()
                .startDate(from)
                .endDate(until)
                .pageSize(limit);
        page.ifPresent(request::nextToken);
        try {
            ListSuppressedDestinationsResponse told = ses.listSuppressedDestinations(request.build());
            return new Answer.Page(those(told), Optional.ofNullable(told.nextToken()));
        } catch (InvalidNextTokenException e) {
            return new Answer.Lost();
        } catch (TooManyRequestsException e) {
            return new Answer.NotNow("TooManyRequests");
        } catch (SesV2Exception e) {
            if (e.statusCode() <= OUR_FAULT_UNTIL) {
                throw e;
            }
            return new Answer.NotNow("status " + e.statusCode());
        } catch (SdkClientException e) {
            return new Answer.NotNow("no answer");
        }
    }

    /** What is no address to us was never written to by us. */
    private static List<Suppressed> those(ListSuppressedDestinationsResponse told) {
        return told.suppressedDestinationSummaries().stream()
                .flatMap(one -> EmailAddress.parse(one.emailAddress())
                        .map(address -> new Suppressed(address, reason(one), one.lastUpdateTime()))
                        .stream())
                .toList();
    }

    /** A reason that SES may have one day is none to report anybody for spam. */
    private static Suppression.Reason reason(SuppressedDestinationSummary one) {
        return switch (one.reason()) {
            case COMPLAINT -> Suppression.Reason.COMPLAINT;
            case BOUNCE, UNKNOWN_TO_SDK_VERSION -> Suppression.Reason.HARD_BOUNCE;
        };
    }
}
