package dev.upswell.server.web.serving;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Has Tomcat answer requests on threads of this server's own.
@Configuration(proxyBeanMethods = false)
public class ServingConfiguration {

    @Bean
    RequestThreads requestThreads() {
        return new RequestThreads();
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> threads(RequestThreads threads) {
        return factory -> factory.addConnectorCustomizers(
                connector -> connector.getProtocolHandler().setExecutor(threads));
    }
}
