"""Runs programs in this project's session: many in one process, each telling its outcomes as a line.

A process that ends early has crashed in the program after the last that answered; one that is silent for too long hangs in it.
"""
import ast
import pathlib
import subprocess
import tempfile
import threading

PROBE = pathlib.Path(__file__).with_name("probe.py").read_text()
SILENCE_SECONDS = 30
CRASH = "crash"


class Here:
    """The command that runs a Python file in a session: `stridelab run`."""

    def __init__(self, command):
        self.command = command

    def run_all(self, programs):
        """The outcomes of each program; the text of a crash where there was one."""
        results = []
        while len(results) < len(programs):
            answers, complaint = self.run_some(programs[len(results):])
            results += answers
            if len(results) < len(programs):
                results.append(f"{CRASH}: {complaint}")
        return results

    def run_some(self, programs):
        with tempfile.NamedTemporaryFile("w", suffix=".py") as file:
            file.write(PROBE + "\nfor program in " + repr(programs) + ":\n    print(repr(run(program)))\n")
            file.flush()
            process = subprocess.Popen([self.command, "run", file.name], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            errors = []
            reader = threading.Thread(target=lambda: errors.append(process.stderr.read()))
            reader.start()
            answers = []
            while True:
                alarm = threading.Timer(SILENCE_SECONDS, process.kill)
                alarm.start()
                line = process.stdout.readline()
                alarm.cancel()
                if not line.endswith("\n"):
                    break
                answers.append(ast.literal_eval(line))
            process.wait()
            reader.join()
            process.stdout.close()
            process.stderr.close()
            lines = errors[0].strip().splitlines() or [f"ended with {process.returncode}"]
            return answers, lines[-1]
