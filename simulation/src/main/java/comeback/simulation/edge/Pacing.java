package comeback.simulation.edge;

import comeback.commit.SendingAccount;
import comeback.commit.WaitingAlarms;
import comeback.send.AccountQuota;

/**
 * What the functions know of how fast SES may be asked.
 *
 * @param account what they know together
 * @param quota what SES says of it
 * @param alarms Scheduler, for what was put back
 */
public record Pacing(SendingAccount account, AccountQuota quota, WaitingAlarms alarms) {
    public Pacing withAccount(SendingAccount changed) {
        return new Pacing(changed, quota, alarms);
    }
}
