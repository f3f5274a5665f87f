package dev.upswell.server.listing.page;

import dev.upswell.server.listing.FileFormat;
import dev.upswell.server.listing.FileNotice;
import dev.upswell.server.listing.Table;
import dev.upswell.server.listing.TableFiles;
import dev.upswell.server.web.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Answers with a table as a file. It is written whole before the first byte goes, so that a failure is told as one.
final class TableAnswer implements HandlerMethodReturnValueHandler {

    private final ObjectProvider<TableFiles> files;
    private final ObjectProvider<Words> words;

    TableAnswer(ObjectProvider<TableFiles> files, ObjectProvider<Words> words) {
        this.files = files;
        this.words = words;
    }

    @Override
    public boolean supportsReturnType(MethodParameter type) {
        return type.getParameterType() == Table.class;
    }

    @Override
    public void handleReturnValue(@Nullable Object value, MethodParameter type, ModelAndViewContainer container,
            NativeWebRequest request) throws IOException {
        Table<?> table = (Table<?>) Objects.requireNonNull(value);
        HttpServletRequest asked = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        HttpServletResponse answer = Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class));
        FileLinks links = FileLinks.of(asked.getRequestURI(), asked.getParameterMap());
        Path file = Files.createTempFile("upswell-list", ".part");
        try {
            TableFiles writer = files.getObject();
            FileNotice notice = writer.notice(links.source(), words.getObject().say("lists.rights"));
            writer.write(table, notice, file);
            container.setRequestHandled(true);
            send(table, links, file, answer);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void send(Table<?> table, FileLinks links, Path file, HttpServletResponse answer)
            throws IOException {
        FileFormat format = table.format();
        answer.setContentType(format.mediaType());
        answer.setContentLengthLong(Files.size(file));
        answer.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(format.file(table.name())).build().toString());
        if (format == FileFormat.CSV) {
            answer.setHeader(HttpHeaders.LINK,
                    "<" + links.about() + ">; rel=\"describedby\"; type=\"" + FileFormat.CSVW.mediaType() + "\"");
        }
        Files.copy(file, answer.getOutputStream());
    }
}
