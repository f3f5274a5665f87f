package dev.upswell.server.web;

import dev.upswell.server.web.ShellSettings.Launcher;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Compression;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.filter.FormContentFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.util.WebUtils;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/// Everything that pages need from Spring: import this beside the page controllers.
///
/// Needs an [InstantSource] bean; takes a [ShellSettings] bean when there is one, else serves loopback only, and a
/// [Launcher] bean, else hints name the usual one.
@Configuration(proxyBeanMethods = false)
@Import({ProblemAdvice.class, ErrorPage.class})
public class ShellConfiguration implements WebMvcConfigurer {

    private static final long FORM_ROOM = 64 * 1_024;

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Query.class);
    }

    private final BodyLimit bodies;

    ShellConfiguration(ObjectProvider<ShellSettings> settings) {
        this.bodies = new BodyLimit(settings.getIfAvailable(ShellSettings::loopback).largestBody());
    }

    @Bean
    static MessageSource messageSource() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames(Words.bundles());
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }

    @Bean
    LocaleResolver localeResolver() {
        return new ReadersLanguage();
    }

    @Bean
    Words words(MessageSource messageSource, ObjectProvider<Launcher> launcher) {
        return new Words(messageSource, launcher.getIfAvailable(Launcher::usual));
    }

    @Bean
    Figures figures(Words words) {
        return new Figures(words);
    }

    @Bean
    Times times(Words words, InstantSource clock) {
        return new Times(words, clock);
    }

    @Bean
    Assets assets() {
        return new Assets();
    }

    /// Puts what every template uses into every view, error pages included; bean references are not allowed in links.
    @Bean
    SmartInitializingSingleton pageVariables(ThymeleafViewResolver resolver, Words words, Figures figures, Times times,
            Assets assets, ObjectProvider<Launcher> launcher) {
        return () -> {
            resolver.addStaticVariable("launcher", launcher.getIfAvailable(Launcher::usual));
            resolver.addStaticVariable("words", words);
            resolver.addStaticVariable("figures", figures);
            resolver.addStaticVariable("times", times);
            resolver.addStaticVariable("assets", assets);
        };
    }

    @Bean
    FilterRegistrationBean<SecurityHeaders> securityHeaders() {
        var registration = new FilterRegistrationBean<>(new SecurityHeaders());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    FilterRegistrationBean<HostGuard> hostGuard(ObjectProvider<ShellSettings> settings) {
        var guard = new HostGuard(settings.getIfAvailable(ShellSettings::loopback).hosts());
        var registration = new FilterRegistrationBean<>(guard);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    /// Uploads go to disk at once, never to memory; the form around the file gets a little room.
    @Bean
    MultipartConfigElement uploads(ObjectProvider<ShellSettings> settings) {
        long largest = settings.getIfAvailable(ShellSettings::loopback).largestUpload();
        return new MultipartConfigElement("", largest, largest + FORM_ROOM, 0);
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> compression() {
        return factory -> {
            var compression = new Compression();
            compression.setEnabled(true);
            compression.setMinResponseSize(DataSize.ofKilobytes(2));
            factory.setCompression(compression);
        };
    }

    /// Lets what is left of a refused upload arrive: closing the connection at once would keep the reason from the sender. What
    /// never ends is cut off in the end.
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> patience() {
        return factory -> factory.addConnectorCustomizers(
                connector -> connector.setProperty("maxSwallowSize", String.valueOf(Integer.MAX_VALUE)));
    }

    @Bean
    BodyLimit bodyLimit() {
        return bodies;
    }

    /// Keeps Spring from reading forms that are not posted: it would take bodies of any length into memory, and there are none.
    @Bean
    FilterRegistrationBean<FormContentFilter> noFormsButPosted(FormContentFilter filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(bodies);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new QueryArgument());
    }

    /// Hands controllers the [Query] of their request.
    private static final class QueryArgument implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Query.class;
        }

        @Override
        public Query resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
                NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
            return request.getAttribute(Query.AUTHOR, RequestAttributes.SCOPE_REQUEST) instanceof String author
                    ? Query.signed(request.getParameterMap(), author)
                    : Query.of(request.getParameterMap());
        }
    }

    /// Picks among the languages that have a bundle, so that no page claims a language or uses formats that its words are not
    /// in: the one that the reader chose, else the first of the browser's that is known, else English. The time zone is the one
    /// that the page's script left in a cookie.
    private static final class ReadersLanguage extends CookieLocaleResolver {

        private static final Duration KEPT = Duration.ofDays(365);

        ReadersLanguage() {
            super("language");
            setCookieMaxAge(KEPT);
            setCookieHttpOnly(true);
            setCookieSameSite("Lax");
            setDefaultLocaleFunction(ReadersLanguage::ofTheBrowser);
            setDefaultTimeZoneFunction(ReadersLanguage::zone);
        }

        @Override
        protected @Nullable Locale parseLocaleValue(String chosen) {
            return Words.language(chosen).orElse(null);
        }

        private static @Nullable TimeZone zone(HttpServletRequest request) {
            Cookie told = WebUtils.getCookie(request, "zone");
            return told != null && ZoneId.getAvailableZoneIds().contains(told.getValue())
                    ? TimeZone.getTimeZone(told.getValue())
                    : null;
        }

        private static Locale ofTheBrowser(HttpServletRequest request) {
            if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
                return Words.ENGLISH;
            }
            return Collections.list(request.getLocales()).stream().map(Locale::toLanguageTag)
                    .flatMap(tag -> Words.language(tag).stream()).findFirst().orElse(Words.ENGLISH);
        }
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        CacheControl forever = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
        registry.addResourceHandler("/assets/lib/**").setCacheControl(forever).addResourceLocations(
                "classpath:" + Assets.library("htmx.org"), "classpath:" + Assets.OWN + "lib/");
        registry.addResourceHandler("/assets/**").setCacheControl(forever)
                .addResourceLocations("classpath:" + Assets.OWN);
    }
}
