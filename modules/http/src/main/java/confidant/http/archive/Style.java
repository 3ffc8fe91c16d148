package confidant.http.archive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** How the page looks, and what it may do: nothing but that. */
public final class Style {
    public static final String SHEET = """
        :root{color-scheme:light dark;--ink:#1d2430;--soft:#4d5768;--line:#c9ced8;--page:#fbfaf7;--link:#1f4f8f}
        @media(prefers-color-scheme:dark){:root{--ink:#e9e7e1;--soft:#b6bac4;--line:#475063;--page:#161a22;--link:#9cc2f5}}
        *{box-sizing:border-box}
        body{margin:0 auto;max-width:52rem;padding:1.5rem 1rem 4rem;font:1rem/1.6 system-ui,sans-serif;color:var(--ink);background:var(--page)}
        h1{font-size:1.8rem;line-height:1.2}h2{margin-top:3rem;border-bottom:1px solid var(--line)}
        a{color:var(--link);text-underline-offset:.15em}
        :focus-visible{outline:3px solid var(--link);outline-offset:2px}
        .skip{position:absolute;left:-999rem}.skip:focus{position:static}
        .soft{color:var(--soft)}
        .wide{overflow-x:auto}table{border-collapse:collapse;width:100%}
        th,td{padding:.4rem .6rem;border-bottom:1px solid var(--line);text-align:start;vertical-align:top;overflow-wrap:anywhere;min-width:5.5rem}
        dt{font-weight:600}dd{margin:0 0 .6rem}
        .talk{list-style:none;padding:0}.talk li{padding:.6rem 0;border-bottom:1px solid var(--line)}
        .talk img{max-width:100%;height:auto;max-height:30rem}
        .talk p{margin:.2rem 0;white-space:pre-wrap;overflow-wrap:anywhere}
        @media print{body{max-width:none}.skip,nav{display:none}}
        """;

    private Style() {}

    /** The same, with the pictures that lie beside the page. */
    static String withPictures() {
        return policy() + "; img-src 'self' file:";
    }

    /** Refuses every script, picture and connection; takes this one sheet. */
    public static String policy() {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(SHEET.getBytes(StandardCharsets.UTF_8));
            return "default-src 'none'; style-src 'sha256-"
                    + Base64.getEncoder().encodeToString(sha) + "'; base-uri 'none'; form-action 'none'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
