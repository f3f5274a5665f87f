/// Mails, by SMTP.
@NullMarked
package dev.upswell.server.notify.mail;

import org.jspecify.annotations.NullMarked;
