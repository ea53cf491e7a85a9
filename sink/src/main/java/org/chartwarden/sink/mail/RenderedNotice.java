package org.chartwarden.sink.mail;

/**
 * A notice as the words of a mail.
 *
 * @param subject one line
 * @param text for readers without HTML
 * @param html the same, to be read on a telephone as well
 */
public record RenderedNotice(String subject, String text, String html) {

    /** The words for this notice. */
    public static RenderedNotice of(Notice notice) {
        Letter letter = letter(notice);
        return new RenderedNotice(letter.subject(), TextLetter.write(letter), HtmlLetter.write(letter));
    }

    private static Letter letter(Notice notice) {
        if (notice instanceof AlertNotice alert) {
            return AlertWords.of(alert);
        }
        if (notice instanceof EscalationNotice escalation) {
            return AlertWords.of(escalation);
        }
        if (notice instanceof DigestNotice digest) {
            return DigestWords.of(digest);
        }
        if (notice instanceof CourtesyNotice courtesy) {
            return OtherWords.of(courtesy);
        }
        return OtherWords.of((ChainHeadNotice) notice);
    }
}
