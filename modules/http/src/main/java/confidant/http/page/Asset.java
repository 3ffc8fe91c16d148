package confidant.http.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * One static file as it is served.
 *
 * @param packed the same bytes as gzip; empty where packing does not pay
 * @param forever whether the name changes with the content
 */
public record Asset(String type, byte[] bytes, byte[] packed, String tag, boolean forever) {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "webmanifest", "application/manifest+json",
            "json", "application/json",
            "map", "application/json",
            "woff2", "font/woff2");

    static Asset of(String name, byte[] bytes) throws IOException {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        boolean text = !ending.equals("png") && !ending.equals("woff2");
        byte[] packed = text ? gzip(bytes) : new byte[0];
        return new Asset(
                TYPES.getOrDefault(ending, "application/octet-stream"),
                bytes,
                packed.length < bytes.length ? packed : new byte[0],
                tag(bytes),
                name.startsWith("assets/"));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static String tag(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return '"' + HexFormat.of().formatHex(hash, 0, 12) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
