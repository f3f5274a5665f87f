package dev.upswell.server.integrate;

import java.net.URI;
import java.util.Locale;

/// With what, and into what, tasks are carried.
///
/// @param site where the tracker is asked
/// @param place key of the project in Jira, id of the list in Trello
/// @param detail type of the issues in Jira, such as `Task`; in Trello the id of the list in which cards are done, or empty
/// @param user mail address of the account in Jira, key of the application in Trello
/// @param token of the account
public record Account(Kind kind, URI site, String place, String detail, String user, String token) {

    /// Where Trello is asked.
    public static final URI TRELLO = URI.create("https://api.trello.com");

    private static final String LIST = "[0-9a-fA-F]{24}";
    private static final String SECRET = "[\\x21-\\x7e]{8,500}";

    /// Whose tracker it is.
    public enum Kind {
        JIRA,
        TRELLO;

        /// As it is written, such as `jira`.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Account {
        String host = site.getHost();
        require(host != null && site.getRawUserInfo() == null && site.getRawQuery() == null
                && site.getRawFragment() == null && (site.getRawPath().isEmpty() || site.getRawPath().equals("/"))
                && ("https".equals(site.getScheme()) || "http".equals(site.getScheme())),
                "the address of a tracker must be that of a site, with nothing behind the host",
                "Write it as https://your-team.atlassian.net.");
        require(token.matches(SECRET) && user.matches(SECRET),
                "the account and its token must be 8 to 500 characters without spaces",
                "Maybe something else was pasted.");
        switch (kind) {
            case JIRA -> {
                require(place.matches("[A-Z][A-Z0-9_]{0,79}"), "the project must be its key in capital letters",
                        "Write the part that stands before the number of an issue, such as CRE.");
                require(!detail.isBlank() && detail.length() <= 60, "the type of issues must be named",
                        "Write it as Jira does, such as Task.");
                require(user.indexOf('@') > 0, "the account must be the mail address with which it signs in to Jira",
                        "Write it as anna@example.org.");
            }
            case TRELLO -> {
                require(place.matches(LIST) && (detail.isEmpty() || detail.matches(LIST)),
                        "a list must be its id, 24 digits and letters from a to f",
                        "Add .json to the address of a card of that list, and look for idList.");
                require(user.matches("[A-Za-z0-9]+") && token.matches("[A-Za-z0-9]+"),
                        "key and token of Trello have letters and digits alone", "Maybe something else was pasted.");
            }
        }
    }

    private static void require(boolean held, String what, String advice) {
        if (!held) {
            throw IntegrateRefused.unusable(what, advice);
        }
    }

    /// What people are shown of where it leads.
    public String shown() {
        return switch (kind) {
            case JIRA -> site.getHost() + " · " + place + " · " + detail;
            case TRELLO -> "Trello · " + place;
        };
    }

    /// Without account and token.
    @Override
    public String toString() {
        return "Account[" + shown() + "]";
    }
}
