package dev.upswell.server.integrate.trello;

import dev.upswell.server.event.Facts;
import dev.upswell.server.integrate.Account;
import dev.upswell.server.integrate.Calls;
import dev.upswell.server.integrate.Calls.Reply;
import dev.upswell.server.integrate.Issue;
import dev.upswell.server.integrate.Issue.Standing;
import dev.upswell.server.integrate.IssueOrder;
import dev.upswell.server.integrate.Tracker;
import dev.upswell.server.network.GuardedRequests;
import dev.upswell.server.notify.NotBrought;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A list of Trello, with the key of an application and the token of an account in a header, so that neither stands in an address.
///
/// Cards are made in the list; one that was moved away from it was begun, one in the list of what is done, or marked complete, was
/// done, and one that is archived without that was put away. The label stands in the text of a card and is searched for among the
/// 1,000 newest cards of the board.
public final class TrelloTracker implements Tracker {

    private static final int LONGEST = 16_000;
    private static final String FIELDS = "fields=desc,idList,closed,dueComplete,shortUrl";

    private final Account account;
    private final Calls calls;

    /// @param account of the kind Trello
    /// @param requests where requests may lead
    public TrelloTracker(Account account, GuardedRequests requests, InstantSource clock) {
        this.account = account;
        calls = new Calls("Trello", requests, "OAuth oauth_consumer_key=\"" + account.user() + "\", oauth_token=\""
                + account.token() + "\"", clock);
    }

    @Override
    public String greeting() throws NotBrought {
        JsonNode list = list();
        if (list.path("closed").asBoolean(false)) {
            throw NotBrought.forGood("the list “" + list.path("name").asString("") + "” is archived");
        }
        return "list “" + list.path("name").asString("") + "”";
    }

    private JsonNode list() throws NotBrought {
        Reply reply = calls.read(at("/1/lists/" + account.place() + "?fields=name,closed,idBoard"));
        require(reply);
        return reply.body();
    }

    @Override
    public Optional<Issue> find(String label) throws NotBrought {
        String board = list().path("idBoard").asString("");
        if (!isId(board)) {
            throw NotBrought.forNow("Trello answered without the board of the list");
        }
        Reply reply = calls.read(at("/1/boards/" + board + "/cards/all?limit=1000&" + FIELDS));
        require(reply);
        for (JsonNode card : reply.body()) {
            if (card.path("desc").asString("").contains(label)) {
                return Optional.of(issue(card));
            }
        }
        return Optional.empty();
    }

    @Override
    public Issue create(IssueOrder order) throws NotBrought {
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("idList", account.place());
        card.put("name", cut(order.title().replaceAll("\\s+", " ").strip(), LONGEST));
        // The label stands at the end and is never cut off: by it the card is found again.
        card.put("desc", cut(String.join("\n\n", order.paragraphs()), LONGEST - 100) + "\n\n" + order.label());
        card.put("pos", "top");
        if (order.due() != null) {
            card.put("due", order.due() + "T23:59:00.000Z");
        }
        Reply reply = calls.post(at("/1/cards"), Facts.write(card));
        require(reply);
        return issue(reply.body());
    }

    @Override
    public Optional<Issue> read(String key) throws NotBrought {
        Reply reply = calls.read(at("/1/cards/" + key + "?" + FIELDS));
        if (reply.isMissing()) {
            return Optional.empty();
        }
        require(reply);
        return Optional.of(issue(reply.body()));
    }

    private URI at(String path) {
        return account.site().resolve(path);
    }

    private static boolean isId(String id) {
        return id.matches("[0-9a-fA-F]{24}");
    }

    private Issue issue(JsonNode card) throws NotBrought {
        String id = card.path("id").asString("");
        String link = card.path("shortUrl").asString("");
        if (!isId(id) || !link.matches("https://trello\\.com/c/[A-Za-z0-9]{1,40}")) {
            throw NotBrought.forNow("Trello answered without the id and the address of the card");
        }
        Standing standing = standing(card);
        return new Issue(id, URI.create(link), switch (standing) {
            case OPEN -> "in its list";
            case STARTED -> "in another list";
            case DONE -> "complete";
            case DROPPED -> "archived";
            case GONE -> "";
        }, standing);
    }

    private Standing standing(JsonNode card) {
        String list = card.path("idList").asString("");
        boolean inDoneList = !account.detail().isEmpty() && list.equalsIgnoreCase(account.detail());
        if (inDoneList || card.path("dueComplete").asBoolean(false)) {
            return Standing.DONE;
        }
        if (card.path("closed").asBoolean(false)) {
            return Standing.DROPPED;
        }
        return list.equalsIgnoreCase(account.place()) ? Standing.OPEN : Standing.STARTED;
    }

    /// Trello refuses in plain text.
    private void require(Reply reply) throws NotBrought {
        if (!reply.isDone()) {
            throw calls.refused(reply, reply.body().path("text").asString(reply.body().path("message").asString("")));
        }
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
