package fr.parchemin.messagerie.internal;

import fr.parchemin.acte.Secret;
import fr.parchemin.courriel.Courriel;
import fr.parchemin.courriel.Messagerie;
import fr.parchemin.messagerie.internal.Reglages.Securite;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands mail over by SMTP, one conversation a mail. */
@Component(service = Messagerie.class, configurationPid = "fr.parchemin.messagerie")
public final class Smtp implements Messagerie {

    /** Configuration {@code fr.parchemin.messagerie}; the password is given by motDePasse.fichier or motDePasse.env. */
    public @interface Config {
        /** Name of the mail server; empty when no mail is sent. */
        String hote() default "";

        int port() default 587;

        /** STARTTLS, TLS or AUCUNE; a text, since what reads it for us sees public types only. */
        String securite() default "STARTTLS";

        String utilisateur() default "";

        /** Address that mail is sent from. */
        String expediteur() default "";

        /** Name beside that address. */
        String nomExpediteur() default "Parchemin";

        /** Seconds to wait for the server at each step. */
        int delai() default 20;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Smtp.class);
    private static final int REFUS_DEFINITIF = 500;

    private final Reglages reglages;

    @Activate
    public Smtp(Config config, Map<String, Object> configuration) {
        this(new Reglages(
                config.hote().strip(),
                config.port(),
                Securite.valueOf(config.securite().strip()),
                config.utilisateur().strip(),
                Secret.in(configuration, "motDePasse"),
                config.expediteur().strip(),
                config.nomExpediteur(),
                config.delai()));
        if (!isConfigured()) {
            LOG.info("no mail server is configured: links for accounts are shown to the administrator");
        }
    }

    Smtp(Reglages reglages) {
        this.reglages = reglages;
    }

    @Override
    public boolean isConfigured() {
        return reglages.isGiven();
    }

    @Override
    public void send(Courriel courriel) throws EnvoiImpossible {
        // Angus looks for its parts through the loader of the thread, which knows nothing of this bundle.
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Smtp.class.getClassLoader());
        try {
            Session session = Session.getInstance(reglages.properties());
            MimeMessage message = message(session, courriel);
            try (Transport transport = session.getTransport()) {
                if (reglages.utilisateur().isEmpty()) {
                    transport.connect();
                } else {
                    transport.connect(
                            reglages.utilisateur(), reglages.motDePasse().read().orElse(""));
                }
                transport.sendMessage(message, message.getAllRecipients());
            }
        } catch (MessagingException refused) {
            throw new EnvoiImpossible(isForGood(refused), inWords(refused), refused);
        } catch (IllegalStateException noSecret) {
            throw new EnvoiImpossible(false, noSecret.getMessage(), noSecret);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private MimeMessage message(Session session, Courriel courriel) throws MessagingException {
        String domain = reglages.expediteur().substring(reglages.expediteur().indexOf('@') + 1);
        MimeMessage message = new MimeMessage(session) {
            /** Always the same for the same mail: what arrives twice is known for one. */
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + courriel.id() + "@" + domain + ">");
            }
        };
        message.setFrom(sender());
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(courriel.destinataire(), true));
        message.setSubject(courriel.sujet(), StandardCharsets.UTF_8.name());
        message.setSentDate(new Date());
        // Nobody answers a machine, and no machine should.
        message.setHeader("Auto-Submitted", "auto-generated");
        MimeBodyPart text = new MimeBodyPart();
        text.setText(courriel.texte(), StandardCharsets.UTF_8.name());
        MimeBodyPart html = new MimeBodyPart();
        html.setText(courriel.html(), StandardCharsets.UTF_8.name(), "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        message.saveChanges();
        return message;
    }

    private InternetAddress sender() throws MessagingException {
        try {
            return new InternetAddress(reglages.expediteur(), reglages.nomExpediteur(), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java platform has UTF-8", e);
        }
    }

    /** Whether the server refuses this recipient or this mail, and will go on doing so; never for what it says of us. */
    private static boolean isForGood(MessagingException refused) {
        for (Exception e = refused; e instanceof MessagingException m; e = m.getNextException()) {
            if (e instanceof SMTPAddressFailedException address) {
                return address.getReturnCode() >= REFUS_DEFINITIF;
            }
            if (e instanceof SMTPSendFailedException mail && mail.getCommand().equals(".")) {
                return mail.getReturnCode() >= REFUS_DEFINITIF;
            }
        }
        return false;
    }

    /** What the server said, in one line, without addresses: it goes to the log and to the database. */
    private static String inWords(MessagingException refused) {
        MessagingException last = refused;
        while (last.getNextException() instanceof MessagingException next) {
            last = next;
        }
        String said = last instanceof SendFailedException || last.getMessage() != null
                ? String.valueOf(last.getMessage())
                : last.getClass().getSimpleName();
        return said.replaceAll("\\s+", " ").replaceAll("\\S+@\\S+", "…").strip();
    }
}
