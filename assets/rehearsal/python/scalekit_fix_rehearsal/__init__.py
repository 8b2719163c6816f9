"""What `scalekit-fix rehearse` watches of a Python app: where in the project's own files a request to the provider, a cookie, a redirect, a
failing answer and a call of the SDK come from. Changes nothing that the app does, and writes no secret: values are told by their kind, length
and a short hash. Whatever goes wrong here is passed over: the app comes first.
"""
