# Slim, with the bytecode in the image: the root filesystem is read-only, so Python could not keep it at run time.
FROM python:3.13-slim
WORKDIR /app
COPY . .
RUN if [ -f requirements.txt ]; then pip install --no-cache-dir -r requirements.txt; fi \
 && python -m compileall -q /app
USER 1000
# as a module: Python compiles a script that it is given by its path anew at each start
ENTRYPOINT ["python", "-m", "server"]
