package org.chartwarden.sink.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/**
 * What one try to send came to. Whoever is in neither list has the mail.
 *
 * @param refusals one reason for each recipient whom the server refused for good (RFC 5321, 4.2.1: 5yz)
 * @param later recipients to whom it is to be sent again
 * @param problem why; null when nobody is left for later
 */
record SmtpOutcome(List<String> refusals, List<Address> later, String problem) {

    static final SmtpOutcome SENT = new SmtpOutcome(List.of(), List.of(), null);

    private static final int PERMANENT = 500;

    /**
     * @param asked to whom it was to be sent
     */
    static SmtpOutcome of(MessagingException failure, List<Address> asked) {
        List<Address> later = new ArrayList<>(asked);
        List<String> refusals = new ArrayList<>();
        if (failure instanceof SendFailedException partial && partial.getValidSentAddresses() != null) {
            later.removeAll(List.of(partial.getValidSentAddresses()));
        }
        for (Exception next = failure; next instanceof MessagingException part; next = part.getNextException()) {
            if (next instanceof SMTPAddressFailedException address && address.getReturnCode() >= PERMANENT) {
                later.remove(address.getAddress());
                refusals.add("a recipient was refused with " + address.getReturnCode());
            }
        }
        if (contentIsRefused(failure)) {
            later.forEach(address -> refusals.add("the mail was refused with " + code(failure)));
            later.clear();
        }
        return new SmtpOutcome(refusals, later, later.isEmpty() ? null : describe(failure));
    }

    /** After DATA; a refused login or sender is a matter of the settings, and goes away when they are right. */
    private static boolean contentIsRefused(MessagingException failure) {
        return failure instanceof SMTPSendFailedException sending
                && sending.getReturnCode() >= PERMANENT
                && (sending.getCommand().equals("DATA") || sending.getCommand().equals("."));
    }

    private static int code(MessagingException failure) {
        return ((SMTPSendFailedException) failure).getReturnCode();
    }

    private static String describe(MessagingException failure) {
        if (failure instanceof SMTPSendFailedException sending) {
            return "it answered " + sending.getReturnCode() + " to "
                    + sending.getCommand().split(" ")[0];
        }
        return failure.getClass().getSimpleName();
    }
}
