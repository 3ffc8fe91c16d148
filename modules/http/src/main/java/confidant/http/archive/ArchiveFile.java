package confidant.http.archive;

import confidant.core.privacy.Archives.Archive;
import confidant.core.privacy.PrivacyDesk.Receipt;
import confidant.http.api.Json;
import confidant.http.api.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The archive as one file. The same archive gives the same bytes. */
public final class ArchiveFile {
    /** What browsers call it; nothing about whose it is. */
    public static final String NAME = "my-data.zip";

    static final String PAGE = "index.html";
    static final String DATA = "data.json";

    private ArchiveFile() {}

    /** @param house its name */
    public static byte[] zip(Archive archive, String house, Words words) {
        Receipts receipts = new Receipts(archive, house, words);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            put(zip, archive, PAGE, utf8(new ArchivePage(archive, house, words).html()));
            put(zip, archive, DATA, Json.write(new ArchiveData(archive, receipts, words).document()));
            for (Receipt receipt : archive.letter().receipts()) {
                put(zip, archive, receipt(receipt.id()), Json.write(receipts.document(receipt)));
            }
            for (Map.Entry<String, String> notice : archive.notices().entrySet()) {
                put(zip, archive, notice(notice.getKey()), utf8(notice.getValue()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static String receipt(String id) {
        return "receipts/" + id + ".jsonld";
    }

    /** Its bytes have the hash that its name says, so that anybody can check them. */
    static String notice(String hash) {
        return "notices/" + hash + ".txt";
    }

    private static void put(ZipOutputStream zip, Archive archive, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.from(archive.at()));
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
