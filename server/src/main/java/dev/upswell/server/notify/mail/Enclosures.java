package dev.upswell.server.notify.mail;

import dev.upswell.server.event.Event;
import java.util.Optional;

/// What mails bring beside the words of a notice.
@FunctionalInterface
public interface Enclosures {

    /// Nothing.
    Enclosures NONE = event -> Optional.empty();

    /// A document that a notice is about.
    ///
    /// @param html what the mail shows in place of the notice's words where it is the only one
    /// @param fileName of the PDF
    record Enclosed(String html, String fileName, byte[] pdf) {
    }

    /// The document that an event is about; empty for most events, and for those whose document is gone.
    Optional<Enclosed> of(Event event);
}
