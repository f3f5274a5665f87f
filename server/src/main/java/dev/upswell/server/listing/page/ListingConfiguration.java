package dev.upswell.server.listing.page;

import dev.upswell.server.listing.FileFormat;
import dev.upswell.server.listing.ListPages;
import dev.upswell.server.listing.TableFiles;
import dev.upswell.server.web.Words;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Lists as files; needs a bean [TableFiles], of each tenant one, and the web shell.
///
/// A page is a list when its controller answers the same route with a [dev.upswell.server.listing.Table] where `format` is asked for:
/// so the same rule says who may have the file.
@Configuration(proxyBeanMethods = false)
public class ListingConfiguration implements WebMvcConfigurer {

    private final ObjectProvider<TableFiles> files;
    private final ObjectProvider<Words> words;
    private final ObjectProvider<ListPages> pages;

    ListingConfiguration(ObjectProvider<TableFiles> files, ObjectProvider<Words> words,
            ObjectProvider<ListPages> pages) {
        this.files = files;
        this.words = words;
        this.pages = pages;
    }

    @Bean
    @Lazy
    static ListPages listPages(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        return new ListPages(routes.getHandlerMethods().keySet().stream().filter(ListingConfiguration::asksForFile)
                .flatMap(one -> one.getPatternValues().stream()).collect(Collectors.toSet()));
    }

    private static boolean asksForFile(RequestMappingInfo route) {
        return route.getParamsCondition().getExpressions().stream()
                .anyMatch(one -> one.getName().equals(FileFormat.PARAMETER));
    }

    @Override
    public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(new TableAnswer(files, words));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new FileLinkInterceptor(pages));
    }
}
