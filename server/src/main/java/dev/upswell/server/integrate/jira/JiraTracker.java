package dev.upswell.server.integrate.jira;

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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A project of Jira Cloud, by version 3 of its REST API with the token of an account.
///
/// Jira tells nothing from a request that comes twice, so a label of its own is searched for before an issue is created. Its search
/// knows a new issue some seconds later.
public final class JiraTracker implements Tracker {

    private final Account account;
    private final Calls calls;

    /// @param account of the kind Jira
    /// @param requests where requests may lead
    public JiraTracker(Account account, GuardedRequests requests, InstantSource clock) {
        this.account = account;
        String pair = account.user() + ":" + account.token();
        calls = new Calls("Jira", requests,
                "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)), clock);
    }

    @Override
    public String greeting() throws NotBrought {
        Reply reply = calls.read(at("/rest/api/3/issue/createmeta/" + account.place() + "/issuetypes"));
        require(reply);
        List<String> types = new ArrayList<>();
        reply.body().path("issueTypes").forEach(type -> types.add(type.path("name").asString("")));
        if (!types.contains(account.detail())) {
            throw NotBrought.forGood("the project " + account.place() + " has no type of issues called "
                    + account.detail() + (types.isEmpty() ? "" : "; it has " + String.join(", ", types)));
        }
        return "project " + account.place() + ", type " + account.detail();
    }

    @Override
    public Optional<Issue> find(String label) throws NotBrought {
        String query = "project = \"" + account.place() + "\" AND labels = \"" + label + "\" ORDER BY created ASC";
        Reply reply = calls.read(at("/rest/api/3/search/jql?maxResults=1&fields=status&jql="
                + URLEncoder.encode(query, StandardCharsets.UTF_8).replace("+", "%20")));
        require(reply);
        JsonNode issues = reply.body().path("issues");
        return issues.isEmpty() ? Optional.empty() : Optional.of(issue(issues.get(0)));
    }

    @Override
    public Issue create(IssueOrder order) throws NotBrought {
        Reply reply = calls.post(at("/rest/api/3/issue"), IssueBody.of(account, order));
        if (!reply.isDone() && order.due() != null && reply.body().path("errors").has("duedate")) {
            // Not every project has the field on its screen, and a task without a date is better than none.
            reply = calls.post(at("/rest/api/3/issue"), IssueBody.of(account,
                    new IssueOrder(order.subject(), order.title(), order.paragraphs(), null)));
        }
        require(reply);
        String key = reply.body().path("key").asString("");
        if (!isKey(key)) {
            throw NotBrought.forNow("Jira answered without the key of the issue");
        }
        return new Issue(key, link(key), "", Standing.OPEN);
    }

    @Override
    public Optional<Issue> read(String key) throws NotBrought {
        Reply reply = calls.read(at("/rest/api/3/issue/" + key + "?fields=status"));
        if (reply.isMissing()) {
            return Optional.empty();
        }
        require(reply);
        return Optional.of(issue(reply.body()));
    }

    private URI at(String path) {
        return account.site().resolve(path);
    }

    private URI link(String key) {
        return at("/browse/" + key);
    }

    private static boolean isKey(String key) {
        return key.matches("[A-Z][A-Z0-9_]{0,79}-\\d{1,12}");
    }

    private Issue issue(JsonNode node) throws NotBrought {
        String key = node.path("key").asString("");
        JsonNode status = node.at("/fields/status");
        if (!isKey(key) || status.isMissingNode()) {
            throw NotBrought.forNow("Jira answered without the key and the status of the issue");
        }
        Standing standing = switch (status.at("/statusCategory/key").asString("")) {
            case "done" -> Standing.DONE;
            case "indeterminate" -> Standing.STARTED;
            default -> Standing.OPEN;
        };
        return new Issue(key, link(key), status.path("name").asString(""), standing);
    }

    private void require(Reply reply) throws NotBrought {
        if (reply.isDone()) {
            return;
        }
        List<String> said = new ArrayList<>();
        reply.body().path("errorMessages").forEach(message -> said.add(message.asString("")));
        reply.body().path("errors").forEachEntry((field, message) -> said.add(field + ": " + message.asString("")));
        throw calls.refused(reply, said.isEmpty() && reply.isMissing()
                ? "the project or the issue is not there, or not to be seen by this account"
                : String.join("; ", said));
    }
}
