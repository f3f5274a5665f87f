package dev.upswell.server.listing.page;

import dev.upswell.server.listing.FileFormat;
import dev.upswell.server.web.Link;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Where the list of a page can be had as a file: the page's own address with the format beside what filters it.
///
/// @param source the page with what filters it, without the part of its rows that it shows
public record FileLinks(String source, String csv, String parquet, String json, String about) {

    /// Which part of the rows a page shows, of which a file holds all, and what a page says of the press that led to it.
    private static final Set<String> PARTS = Set.of("limit", "offset", "top", "reacted", FileFormat.PARAMETER);

    static FileLinks of(String path, Map<String, String[]> parameters) {
        return new FileLinks(link(path, parameters).toString(), to(path, parameters, FileFormat.CSV),
                to(path, parameters, FileFormat.PARQUET), to(path, parameters, FileFormat.JSON),
                to(path, parameters, FileFormat.CSVW));
    }

    private static String to(String path, Map<String, String[]> parameters, FileFormat format) {
        return link(path, parameters).with(FileFormat.PARAMETER, format.word(), null).toString();
    }

    private static Link link(String path, Map<String, String[]> parameters) {
        Link link = Link.to(path);
        new TreeMap<>(parameters).forEach((name, values) -> {
            String value = List.of(values).isEmpty() ? "" : values[0];
            if (!PARTS.contains(name) && !value.isEmpty()) {
                link.with(name, value, null);
            }
        });
        return link;
    }
}
