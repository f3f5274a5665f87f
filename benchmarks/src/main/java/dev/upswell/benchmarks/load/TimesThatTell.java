package dev.upswell.benchmarks.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.math3.stat.inference.MannWhitneyUTest;

/// Whether the time of an answer tells one tenant that another has something: a program of one asks, in turn and in random order, for
/// what the other has and for what nobody has, and the ranks of both groups are compared (Mann–Whitney, two-sided).
///
/// Beside it stands the same test of two names that nobody has, and of what the asking tenant has itself: what the test finds where there
/// is nothing to be found, and that it finds something where there is.
public final class TimesThatTell {

    private static final int WARM_UP = 100;
    private static final Map<String, String> ROUTES = new LinkedHashMap<>();

    static {
        ROUTES.put("/api/v1/entities/hashtag/{}", "/api/v1/trends");
        ROUTES.put("/entities/hashtag/{}", "/api/v1/trends");
        ROUTES.put("/api/v1/models/{}", "/api/v1/models");
        ROUTES.put("/api/v1/imports/{}", "/api/v1/imports");
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final Random random = new Random(20_251_123);
    private final String server;

    private TimesThatTell(String server) {
        this.server = server;
    }

    /// @param args address of the server, token of the tenant that asks, token of the one that has something, pairs
    public static void main(String[] args) throws Exception {
        var times = new TimesThatTell(args[0]);
        int pairs = Integer.parseInt(args[3]);
        System.out.println(
                "| route | medians ms: theirs, nobody's | p | nobody's beside nobody's, p | asked by whom it belongs to, p |");
        System.out.println("|---|---|---|---|---|");
        for (Map.Entry<String, String> route : ROUTES.entrySet()) {
            String there = times.first(route.getValue(), args[2]);
            String nowhere = another(there);
            times.compared(route.getKey(), args[1], List.of(there, nowhere), WARM_UP);
            double[][] found = times.compared(route.getKey(), args[1], List.of(there, nowhere), pairs);
            double[][] nothing = times.compared(route.getKey(), args[1], List.of(another(nowhere), nowhere), pairs);
            double[][] own = times.compared(route.getKey(), args[2], List.of(there, nowhere), pairs);
            System.out.printf(Locale.ROOT, "| `%s` | %.2f, %.2f | %.3f | %.3f | %.2g |%n", route.getKey(),
                    median(found[0]), median(found[1]), p(found), p(nothing), p(own));
        }
    }

    private String first(String list, String token) throws IOException, InterruptedException {
        HttpResponse<String> answer = answer(list, token);
        Matcher id = Pattern.compile("\"id\":\"([^\"]+)\"").matcher(answer.body());
        if (!id.find()) {
            throw new IOException(list + " has nothing: " + answer.statusCode() + " " + answer.body());
        }
        return id.group(1);
    }

    /// Of the same form.
    private static String another(String id) {
        return id.chars().mapToObj(c -> String.valueOf(c >= '0' && c <= '9'
                ? (char) ('0' + (c - '0' + 3) % 10)
                : c >= 'a' && c <= 'f'
                        ? (char) ('a' + (c - 'a' + 1) % 6)
                        : c >= 'g' && c <= 'y' ? (char) (c + 1) : (char) c))
                .reduce("", String::concat);
    }

    /// Milliseconds of both, each pair in an order of its own.
    private double[][] compared(String route, String token, List<String> ids, int pairs)
            throws IOException, InterruptedException {
        var times = new double[2][pairs];
        for (int i = 0; i < pairs; i++) {
            int first = random.nextInt(2);
            for (int which : new int[]{first, 1 - first}) {
                long start = System.nanoTime();
                answer(route.replace("{}", ids.get(which)), token);
                times[which][i] = (System.nanoTime() - start) / 1e6;
            }
        }
        return times;
    }

    private HttpResponse<String> answer(String path, String token) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(server + path)).header("Authorization", "Bearer " + token)
                .build(), BodyHandlers.ofString());
    }

    private static double p(double[][] times) {
        return new MannWhitneyUTest().mannWhitneyUTest(times[0], times[1]);
    }

    private static double median(double[] times) {
        double[] sorted = Arrays.stream(times).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
