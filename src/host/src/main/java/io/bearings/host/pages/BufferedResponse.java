package io.bearings.host.pages;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Keeps an answer back until it is complete: a failure half-way then becomes a clean error page,
 * and headers that tell what the request cost can still be set.
 */
final class BufferedResponse extends HttpServletResponseWrapper {
  private final ByteArrayOutputStream body = new ByteArrayOutputStream(8192);
  private ServletOutputStream stream;
  private PrintWriter writer;
  private Refused refused;
  private boolean redirected;

  /** What {@code sendError} was called with. */
  record Refused(int status, String message) {}

  BufferedResponse(HttpServletResponse response) {
    super(response);
  }

  /** The error that was asked for instead of an answer. */
  Optional<Refused> refused() {
    return Optional.ofNullable(refused);
  }

  /** Sends what was kept back. */
  void send() throws IOException {
    if (writer != null) {
      writer.flush();
    }
    if (redirected || refused != null) {
      return;
    }
    if (!noBody(getStatus())) {
      super.setContentLength(body.size());
      if (body.size() > 0) {
        body.writeTo(getResponse().getOutputStream());
      }
    }
  }

  /** Forgets the answer so far, to send another one: status, headers and body. */
  void startAgain() {
    super.resetBuffer();
    forget();
  }

  private void forget() {
    body.reset();
    stream = null;
    writer = null;
    refused = null;
    redirected = false;
  }

  private static boolean noBody(int status) {
    return status == SC_NO_CONTENT || status == SC_NOT_MODIFIED;
  }

  @Override
  public ServletOutputStream getOutputStream() {
    if (stream == null) {
      stream = new Buffer();
    }
    return stream;
  }

  @Override
  public PrintWriter getWriter() {
    if (writer == null) {
      writer = new PrintWriter(new OutputStreamWriter(body, charset()));
    }
    return writer;
  }

  private Charset charset() {
    String contentType = getContentType();
    if (contentType == null || !contentType.contains("charset=")) {
      setCharacterEncoding(StandardCharsets.UTF_8.name());
    }
    return Charset.forName(getCharacterEncoding());
  }

  @Override
  public void sendError(int status, String message) {
    body.reset();
    refused = new Refused(status, message == null ? "" : message);
  }

  @Override
  public void sendError(int status) {
    sendError(status, "");
  }

  @Override
  public void sendRedirect(String location) {
    forget();
    redirected = true;
    setStatus(SC_FOUND);
    setHeader("Location", location);
  }

  @Override
  public void flushBuffer() {
    // Nothing leaves before the answer is complete.
  }

  @Override
  public void setContentLength(int length) {
    // Counted when the answer is complete.
  }

  @Override
  public void setContentLengthLong(long length) {
    // Counted when the answer is complete.
  }

  @Override
  public void reset() {
    super.reset();
    forget();
  }

  @Override
  public void resetBuffer() {
    body.reset();
  }

  @Override
  public boolean isCommitted() {
    return refused != null || redirected;
  }

  private final class Buffer extends ServletOutputStream {
    @Override
    public void write(int b) {
      body.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      body.write(bytes, offset, length);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new IllegalStateException("The host answers synchronously");
    }
  }
}
